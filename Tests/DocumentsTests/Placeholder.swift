// Deleted when the first file of this target arrives.
