"""Making the partitions of user volumes: on a disk that the document's selector takes, in what is free of it."""
