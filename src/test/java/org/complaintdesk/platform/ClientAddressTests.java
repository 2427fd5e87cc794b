package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTests {

    @Test
    void all_addresses_of_one_network_are_one_client() {
        assertThat(ClientAddress.network("2001:db8:1:2:3:4:5:6")).isEqualTo(ClientAddress.network("2001:db8:1:2:ffff::1"))
                .isNotEqualTo(ClientAddress.network("2001:db8:1:3::1"));
    }

    @Test
    void every_ipv4_address_is_a_client_however_it_is_written() {
        assertThat(ClientAddress.network("203.0.113.7")).isEqualTo("203.0.113.7").isNotEqualTo(ClientAddress.network("203.0.113.8"));
        assertThat(ClientAddress.network("::ffff:203.0.113.7")).isEqualTo(ClientAddress.network("::ffff:203.0.113.7"))
                .isNotEqualTo(ClientAddress.network("::ffff:203.0.113.8"));
    }
}
