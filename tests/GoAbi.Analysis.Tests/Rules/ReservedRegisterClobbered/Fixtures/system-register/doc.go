package r18
