// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#include "core/model/inherited_settings.h"

#include "core/files/fields.h"

#include <QtTest/QtTest>

#include <map>
#include <string>
#include <vector>

using namespace n3x;

namespace {

// A value for the setting, whatever it is.
std::string sampleOf(const FieldInfo& field)
{
    if (!field.choices.empty()) return field.choices.front();
    return field.example.empty() ? field.defaultText : field.example;
}

// Settings that say one thing only, by the name of the setting.
std::map<std::string, K3sSettings> eachAlone()
{
    std::map<std::string, K3sSettings> all;
    for (const FieldInfo& field : fieldsOf(Project(), ObjectPath("k3s")))
        all.emplace(field.key, withValue(Project(), field.path, sampleOf(field)).k3s);
    return all;
}

Node server(const K3sSettings& settings)
{
    Node node;
    node.role = Choice(Role::Server);
    node.k3s = settings;
    return node;
}

} // namespace

class InheritedSettingsTest : public QObject {
    Q_OBJECT
private slots:
    // A setting that is new and forgotten here would be said and lost.
    void everySettingIsInherited()
    {
        const auto all = eachAlone();
        QVERIFY(all.size() >= 9);
        for (const auto& [key, settings] : all) {
            QVERIFY2(settings != K3sSettings(), key.c_str());
            QVERIFY2(inheriting({}, settings) == settings, key.c_str());
            QVERIFY2(inheriting(settings, {}) == settings, key.c_str());
        }
    }

    void everySettingIsANodesOrAServers()
    {
        for (const auto& [key, settings] : eachAlone()) {
            const bool isOfNodes = key == "version" || key == "images";
            QVERIFY2(hasServerSettings(settings) != isOfNodes, key.c_str());
            QVERIFY2(!differs(settings, settings) && !differs({}, settings), key.c_str());
            QVERIFY2(differs(settings, {}) != isOfNodes, key.c_str());
        }
    }

    void whatIsSaidComesFirst()
    {
        K3sSettings own;
        own.flannelBackend = Choice(FlannelBackend::HostGw);
        K3sSettings outer;
        outer.flannelBackend = Choice(FlannelBackend::None);
        outer.images = Choice(ImageSource::Bundled);
        const K3sSettings merged = inheriting(own, outer);
        QVERIFY(merged.flannelBackend == own.flannelBackend && merged.images == outer.images);
    }

    void onlyWhatAllServersSayIsAgreed()
    {
        K3sSettings both;
        both.flannelBackend = Choice(FlannelBackend::HostGw);
        both.version = Entered<K3sVersion>::from("v1.34.1+k3s1");
        both.apiAddress = Entered<IpAddress>::from("10.0.0.9");
        K3sSettings more = both;
        more.disable = {Entered<Word>::from("traefik")};
        const Node one = server(both);
        const Node two = server(more);
        const Node silent = server({});
        K3sSettings agreed;
        agreed.flannelBackend = both.flannelBackend;
        QVERIFY(agreedSettings(std::vector{&one, &two}) == agreed);
        QVERIFY(agreedSettings(std::vector{&one, &silent}) == K3sSettings());
        QVERIFY(agreedSettings(std::vector<const Node*>()) == K3sSettings());

        Profile profile;
        profile.nodes = profile.nodes.push_back(one).push_back(two);
        Node agent = silent;
        agent.role = Choice(Role::Agent);
        profile.nodes = profile.nodes.push_back(agent); // has no say
        QVERIFY(agreedSettings(profile) == agreed);
        profile.nodes = profile.nodes.push_back(silent);
        QVERIFY(agreedSettings(profile) == K3sSettings());
    }

    void whatServersSayOfTheProfileIsSaidThere()
    {
        K3sSettings settings;
        settings.apiAddress = Entered<IpAddress>::from("10.0.0.9");
        settings.clusterCidr = {Entered<Subnet>::from("10.44.0.0/16")};
        settings.flannelBackend = Choice(FlannelBackend::HostGw);
        K3sSettings other = settings;
        other.apiAddress = Entered<IpAddress>::from("10.0.0.8");
        Profile profile;
        profile.k3s.clusterCidr = {Entered<Subnet>::from("10.45.0.0/16")};
        profile.nodes = profile.nodes.push_back(server(settings)).push_back(server(settings));
        QVERIFY(sayingWhatServersSay(profile).k3s.clusterCidr == profile.k3s.clusterCidr); // as somebody said
        QVERIFY(sayingWhatServersSay(profile).nodes[0]->k3s.clusterCidr == settings.clusterCidr);
        QVERIFY(sayingWhatServersSay(profile).k3s.apiAddress == settings.apiAddress);
        QVERIFY(!sayingWhatServersSay(profile).nodes[1]->k3s.apiAddress);
        QVERIFY(sayingWhatServersSay(profile).nodes[1]->k3s.flannelBackend == settings.flannelBackend);
        profile.nodes = profile.nodes.push_back(server(other));
        QVERIFY(sayingWhatServersSay(profile) == profile);
    }
};

QTEST_APPLESS_MAIN(InheritedSettingsTest)
#include "inherited_settings_test.moc"
