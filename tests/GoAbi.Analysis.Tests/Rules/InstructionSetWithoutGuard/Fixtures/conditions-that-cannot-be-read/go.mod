module example.com/conditions-that-cannot-be-read

go 1.17
