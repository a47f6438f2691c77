package fixture_test

import (
	"reflect"
	"testing"

	fixture "example.com/address-in-a-test-file"
)

func TestFaultIsInMemcpyFromOutside(t *testing.T) {
	if fixture.FaultPC() < reflect.ValueOf(fixture.Memcpy).Pointer() { // want error "Memcpy"
		t.Skip("not in memcpy")
	}
}
