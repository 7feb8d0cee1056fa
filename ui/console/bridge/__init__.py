"""The till bridge: any till's software talks to the shop, a line of JSON each way."""
