package org.complaintdesk.intake.csv;

import org.complaintdesk.platform.UploadPlace;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@link ImportPages} and {@link ImportApi} take one file. */
@Configuration(proxyBeanMethods = false)
class ImportUploads {

    @Bean
    static UploadPlace importsOfPeople(ImportProperties settings) {
        return UploadPlace.onPage(UploadPlace.withForm(settings.largestFile()), "/imports");
    }

    @Bean
    static UploadPlace importsOfPrograms(ImportProperties settings) {
        return UploadPlace.forPrograms(UploadPlace.withForm(settings.largestFile()), "/api/imports/*");
    }
}
