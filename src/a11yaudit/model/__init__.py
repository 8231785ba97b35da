"""The plain, frozen data that flows from stage to stage."""
