#pragma once

// All of it is plain functions, which Swift sees as they are.
#include <libdeflate.h>
