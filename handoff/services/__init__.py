"""What people and time want done; each service is a noun, its methods are verbs."""
