package p

func redZone()

func locals()

func wide()

func reads()

func lowers()
