"""Sources in and out of the library: the dialogs that import and export files of them."""
