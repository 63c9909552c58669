package org.waymark.events.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.events.PersonId;
import org.waymark.events.Recorder;

class LogMetaDataTest {

    private static final Recorder WHOLE =
            new Recorder(new PersonId("anna"), "SOAC:GNSO", true, "bylaws-2016", "key \"1\"");
    private static final Recorder NOBODY = new Recorder(null, null, false, null, null);

    @Test
    void who_recorded_it_is_read_back_as_it_was_written() {
        assertThat(LogMetaData.read(LogMetaData.write(WHOLE, "command-1"))).isEqualTo(WHOLE);
        assertThat(LogMetaData.read(LogMetaData.write(NOBODY, null))).isEqualTo(NOBODY);
    }

    @Test
    void its_stored_form_stays() {
        assertThat(LogMetaData.write(WHOLE, "command-1")).isEqualTo("""
                        {"person":"anna","actingFor":"SOAC:GNSO","authenticated":"true","pack":"bylaws-2016",\
                        "idempotencyKey":"key \\"1\\"","traceId":"command-1","correlationId":"command-1"}""");
        assertThat(LogMetaData.write(NOBODY, null)).isEqualTo("""
                {"authenticated":"false"}""");
    }

    @Test
    void a_capacity_is_proven_where_the_log_says_so_in_whatever_form() {
        assertThat(LogMetaData.read("{\"authenticated\":\"true\"}").authenticated())
                .isTrue();
        assertThat(LogMetaData.read("{\"authenticated\":true}").authenticated()).isTrue();
        assertThat(LogMetaData.read("{\"authenticated\":\"false\"}").authenticated())
                .isFalse();
        assertThat(LogMetaData.read("{}").authenticated()).isFalse();
    }
}
