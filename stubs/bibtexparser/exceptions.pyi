class BlockAbortedException(Exception):
    abort_reason: str
