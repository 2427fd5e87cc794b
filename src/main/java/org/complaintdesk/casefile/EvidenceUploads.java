package org.complaintdesk.casefile;

import org.complaintdesk.platform.UploadPlace;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@link EvidencePages} takes several files at once, together as large as the largest single one. */
@Configuration(proxyBeanMethods = false)
class EvidenceUploads {

    @Bean
    static UploadPlace filesOfCases(MultipartProperties uploads) {
        return UploadPlace.onPage(uploads.getMaxFileSize(), "/cases/*/evidence", "/reviews/*/evidence");
    }
}
