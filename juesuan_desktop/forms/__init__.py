"""Forms: pictures of tables, their words and addresses, and the paper made from them."""
