package org.complaintdesk.platform;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** How much of a form with files is laid on disk, whoever sends it and whatever it says of its size: the largest file and a form. */
@Configuration(proxyBeanMethods = false)
class UploadSize {

    @Bean
    static MultipartConfigElement multipartConfigElement(MultipartProperties uploads, CustomerFormLimits customers) {
        MultipartConfigElement files = uploads.createMultipartConfig();
        DataSize largest = DataSize.ofBytes(Math.max(files.getMaxFileSize(), customers.largest().toBytes()));
        return new MultipartConfigElement(files.getLocation(), files.getMaxFileSize(), UploadPlace.withForm(largest).toBytes(),
                files.getFileSizeThreshold());
    }
}
