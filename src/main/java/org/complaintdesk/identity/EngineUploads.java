package org.complaintdesk.identity;

import org.complaintdesk.platform.UploadPlace;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Deployments, attachments and variables, which {@link EngineRoutes} opens to administrators. The engine's servlets read them
 * themselves, after sign-in and into memory.
 */
@Configuration(proxyBeanMethods = false)
class EngineUploads {

    @Bean
    static UploadPlace uploadsToTheEngine(MultipartProperties uploads) {
        return UploadPlace.forPrograms(uploads.getMaxFileSize(), "/engine-rest/**", "/camunda/api/engine/**");
    }
}
