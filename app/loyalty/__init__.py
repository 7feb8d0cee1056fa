"""What the till and the counter do: sales, points, rewards, stamps, coupons and gift cards."""
