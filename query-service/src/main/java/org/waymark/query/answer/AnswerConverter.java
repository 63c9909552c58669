package org.waymark.query.answer;

import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes an {@link Answer} as it is. */
final class AnswerConverter extends AbstractHttpMessageConverter<Answer> {

    AnswerConverter() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Answer.class;
    }

    @Override
    protected Answer readInternal(Class<? extends Answer> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Answers are only written", input);
    }

    @Override
    protected void writeInternal(Answer answer, HttpOutputMessage output) throws IOException {
        answer.write(output.getBody());
    }
}
