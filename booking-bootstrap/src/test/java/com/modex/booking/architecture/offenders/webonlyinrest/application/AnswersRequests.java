package com.modex.booking.architecture.offenders.webonlyinrest.application;

import org.springframework.web.bind.annotation.RestController;

@RestController
final class AnswersRequests {}
