"""The files that describe Lotse on several machines."""
