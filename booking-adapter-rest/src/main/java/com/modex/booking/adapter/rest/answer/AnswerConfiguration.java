package com.modex.booking.adapter.rest.answer;

import com.modex.booking.adapter.rest.problem.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Answers are sent as this package says. */
@Configuration(proxyBeanMethods = false)
public class AnswerConfiguration {
    @Bean
    AnswerSender answerSender(JsonMapper json, ProblemWriter problems) {
        return new AnswerSender(json, problems);
    }
}
