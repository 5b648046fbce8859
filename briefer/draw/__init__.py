"""Pages as pictures: preview and thumbnails, painted with Qt and without widgets."""
