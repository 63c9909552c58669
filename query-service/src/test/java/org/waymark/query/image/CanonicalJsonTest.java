package org.waymark.query.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static String canonical(String json) throws JsonProcessingException {
        return CanonicalJson.write(RowJson.mapper().readTree(json));
    }

    @Test
    void names_are_sorted_by_their_code_units_at_every_depth() throws JsonProcessingException {
        // the example of RFC 8785, 3.2.3, by UTF-16: U+1F600 begins with a surrogate and comes before U+FB33
        assertThat(
                        canonical(
                                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":{\"b\":1,\"a\":2}}"))
                .isEqualTo(
                        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":{\"a\":2,\"b\":1},\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void texts_are_escaped_only_where_they_must_be() throws JsonProcessingException {
        assertThat(canonical("[\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\"\\u001f\"]"))
                .isEqualTo("[\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",\"\\u001f\"]");
    }

    @Test
    void there_is_no_white_space_and_empty_things_stay() throws JsonProcessingException {
        assertThat(canonical(" { \"a\" : [ ] , \"b\" : { } , \"c\" : [ true , null , -12 ] } "))
                .isEqualTo("{\"a\":[],\"b\":{},\"c\":[true,null,-12]}");
    }

    @Test
    void fractions_are_refused() {
        assertThatThrownBy(() -> canonical("1.5")).hasMessageContaining("whole numbers");
    }
}
