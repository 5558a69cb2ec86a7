"""A lesson in the browser: the door, the seats, the projector, the teacher's desk."""
