#include "textflag.h"
#include "memcpy.h"
