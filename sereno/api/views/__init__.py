"""What programs ask and tell, and the page on which a person makes their tokens."""
