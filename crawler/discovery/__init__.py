"""Where a site says its pages are; one file a kind of source, pure."""
