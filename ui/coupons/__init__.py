"""Coupons, gift cards and cards to print."""
