package org.complaintdesk.complaint;

import java.util.Optional;
import org.complaintdesk.platform.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What complaints are called where they came from: the guard that each is opened once. Of an erased complaint only a
 * digest stays, so that a file or a request that is sent again does not bring the person back.
 */
@Component
class ComplaintReferences {

    private final JdbcClient jdbc;

    ComplaintReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two at the same moment: the second waits here until the first has committed, and finds the claim taken. */
    boolean claim(String shop, Channel channel, String externalId, ComplaintNumber number) {
        return jdbc.sql("""
                        insert into complaint_reference (shop, channel, external_id, number)
                        select :shop, :channel, :id, :number
                         where not exists (select 1 from complaint_reference
                                            where shop = :shop and channel = :channel and external_id = :digest)
                            on conflict do nothing""")
                .param("shop", shop).param("channel", channel.name()).param("id", externalId)
                .param("number", number.value()).param("digest", digest(shop, channel, externalId)).update() == 1;
    }

    Optional<ComplaintNumber> find(String shop, Channel channel, String externalId) {
        return jdbc.sql("""
                        select number from complaint_reference
                         where shop = :shop and channel = :channel and external_id in (:id, :digest)
                         order by number limit 1""")
                .param("shop", shop).param("channel", channel.name()).param("id", externalId)
                .param("digest", digest(shop, channel, externalId)).query(String.class).optional().map(ComplaintNumber::new);
    }

    void erase(Complaint complaint) {
        if (complaint.externalId() != null) {
            jdbc.sql("update complaint_reference set external_id = ? where shop = ? and channel = ? and external_id = ?")
                    .params(digest(complaint.shop(), complaint.channel(), complaint.externalId()), complaint.shop(),
                            complaint.channel().name(), complaint.externalId()).update();
        }
    }

    private static String digest(String shop, Channel channel, String externalId) {
        String name = String.join("\0", shop, channel.name(), externalId);
        return "erased:" + Sha256.hex(name);
    }
}
