package org.complaintdesk.evidence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Who looks for viruses, and that what waits is looked at again. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EvidenceConfiguration {

    @Bean
    VirusScanner virusScanner(EvidenceProperties settings) {
        return settings.isScanned() ? new ClamAv(settings) : content -> Scan.NOT_SCANNED;
    }
}
