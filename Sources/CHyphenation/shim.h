// What Swift needs of libhyphen, which has no .pc file: the module map names the library to link.
#include <hyphen.h>
// `free`, for what libhyphen hands over.
#include <stdlib.h>
