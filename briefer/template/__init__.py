"""Templates: a .pptx or .potx read into theme colours, layouts, placeholders and layout art."""
