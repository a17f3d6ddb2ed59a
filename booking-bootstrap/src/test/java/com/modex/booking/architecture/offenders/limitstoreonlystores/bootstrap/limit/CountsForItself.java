package com.modex.booking.architecture.offenders.limitstoreonlystores.bootstrap.limit;

import io.github.bucket4j.Bucket;

record CountsForItself(Bucket bucket) {}
