#pragma once
#include <divsufsort.h>
