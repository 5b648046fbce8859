"""The program killed at any moment of its work, on full disks, without rights: nothing is lost."""
