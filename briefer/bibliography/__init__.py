"""Sources in and out: CSL-JSON, BibTeX and RIS.

`reading.read_bibliography` reads a file, `plan.plan_import` compares it with a library,
`plan.records_of` gives the records to be kept; `writing.WRITERS` write. Nothing here knows the
store, and nothing is changed by reading.
"""
