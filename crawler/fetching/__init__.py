"""Scrapy's side of the web."""
