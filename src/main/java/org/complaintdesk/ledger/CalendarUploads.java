package org.complaintdesk.ledger;

import org.complaintdesk.platform.UploadPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@link CalendarPages} takes the holidays of a year. */
@Configuration(proxyBeanMethods = false)
class CalendarUploads {

    @Bean
    static UploadPlace holidaysOfAYear() {
        return UploadPlace.onPage(UploadPlace.withForm(HolidayUpload.LARGEST), "/deadlines/calendar");
    }
}
