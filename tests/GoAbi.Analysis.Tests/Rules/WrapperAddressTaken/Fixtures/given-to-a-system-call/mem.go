package fixture

import (
	"reflect"
	"syscall"
)

func handler()

const (
	pokeUser  = 6
	pcInUser  = 16 * 8
	setMemory = 35
)

func Start(pid uintptr) syscall.Errno {
	pc := reflect.ValueOf(handler).Pointer() // want error "handler"
	_, _, errno := syscall.RawSyscall6(syscall.SYS_PTRACE, pokeUser, pid, pcInUser, pc, 0, 0)
	return errno
}

func StartBlocking(pid uintptr) syscall.Errno {
	_, _, errno := syscall.Syscall6(syscall.SYS_PTRACE, pokeUser, pid, pcInUser, reflect.ValueOf(handler).Pointer(), 0, 0) // want error "handler"
	return errno
}

func SetText() syscall.Errno {
	_, _, errno := syscall.Syscall(syscall.SYS_PRCTL, setMemory, 1, reflect.ValueOf(handler).Pointer()) // want error "handler"
	return errno
}

func SetTextRaw() syscall.Errno {
	_, _, errno := syscall.RawSyscall(syscall.SYS_PRCTL, setMemory, 1, reflect.ValueOf(handler).Pointer()) // want error "handler"
	return errno
}
