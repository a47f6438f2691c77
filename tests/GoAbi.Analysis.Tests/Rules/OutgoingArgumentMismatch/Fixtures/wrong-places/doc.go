package calls
