package org.waymark.query.answer;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/** What a page is asked with beyond what every page is. */
final class Asked {

    private Asked() {}

    /** Returns the names of a page's own query parameters, and whether each must be given. */
    static Map<String, Boolean> of(HandlerMethod method) {
        Map<String, Boolean> asked = new TreeMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                asked.put(
                        parameter.getParameter().getName(),
                        named.required() && named.defaultValue().equals(ValueConstants.DEFAULT_NONE));
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(name -> asked.put(name, false));
            }
        }
        return asked;
    }
}
