package fixture

import (
	"reflect"
	"testing"
)

func TestFaultIsInMemcpy(t *testing.T) {
	if FaultPC() < reflect.ValueOf(Memcpy).Pointer() { // want error "Memcpy"
		t.Skip("not in memcpy")
	}
}
