"""Partial dates: EDTF text in; bounds, precision and a display form that never sharpens out."""
