// Package add is nothing on other machines.
package add
