"""What goes wrong around a ledger: disks, files, processes, clocks. Each fault is a real one."""
