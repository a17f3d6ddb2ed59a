package com.modex.booking.architecture.offenders.jacksononlyinrest.bootstrap;

import tools.jackson.databind.json.JsonMapper;

record WritesJson(JsonMapper mapper) {}
