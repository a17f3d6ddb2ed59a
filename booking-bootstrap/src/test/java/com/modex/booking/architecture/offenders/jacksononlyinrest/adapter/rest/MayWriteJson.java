package com.modex.booking.architecture.offenders.jacksononlyinrest.adapter.rest;

import tools.jackson.databind.json.JsonMapper;

record MayWriteJson(JsonMapper mapper) {}
