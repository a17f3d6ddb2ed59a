package com.modex.booking.adapter.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose share a request without a token uses up. */
class ClientNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,                192.0.2.1",
        "::ffff:192.0.2.1,         192.0.2.1",
        "2001:db8:1:2:3:4:5:6,     20010db800010002/64",
        "2001:db8:1:2::9,          20010db800010002/64",
        "2001:db8:1:3::9,          20010db800010003/64",
        "0:0:0:0:0:0:0:1,          0000000000000000/64",
        "192.0.2.1:51234,          192.0.2.1",
        "[2001:db8:1:2::9]:443,    20010db800010002/64",
        "[2001:db8:1:2::9],        20010db800010002/64",
        "[192.0.2.1:51234,         unknown",
        ":51234,                   unknown",
        "example.com,              unknown",
        "'',                       unknown",
        "fe80::1%nowhere,          unknown"
    })
    void anAddressOfIpv6CountsForItsNetwork(String address, String network) {
        assertThat(ClientNetwork.of(address)).isEqualTo(network);
    }
}
