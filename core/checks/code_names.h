// SPDX-FileCopyrightText: 2026 The n3x Studio authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/model/code.h"

namespace n3x {

// The codes of this room by name; what each means stands in codes_*.cpp.
namespace codes {

inline constexpr Code notALabel{"N3X1001"};
inline constexpr Code nameTooLong{"N3X1002"};
inline constexpr Code nameTwice{"N3X1003"};
inline constexpr Code interfaceNameTooLong{"N3X1004"};
inline constexpr Code interfaceNameRefused{"N3X1005"};
inline constexpr Code notADnsName{"N3X1006"};
inline constexpr Code notAChoice{"N3X1007"};
inline constexpr Code textRefused{"N3X1008"};
inline constexpr Code urlRefused{"N3X1009"};
inline constexpr Code sshKeyRefused{"N3X1010"};
inline constexpr Code ageKeyRefused{"N3X1011"};
inline constexpr Code cacheKeyRefused{"N3X1012"};
inline constexpr Code durationRefused{"N3X1013"};
inline constexpr Code jobCountRefused{"N3X1014"};
inline constexpr Code mirrorRefused{"N3X1015"};
inline constexpr Code entryTwice{"N3X1016", Severity::Warning};
inline constexpr Code domainOfOneMachine{"N3X1017", Severity::Warning};
inline constexpr Code clusterIsNotK3s{"N3X1018", Severity::Warning};
inline constexpr Code unknownNetwork{"N3X1101"};
inline constexpr Code unknownUplink{"N3X1102"};
inline constexpr Code unknownInitServer{"N3X1103"};
inline constexpr Code initServerIsAgent{"N3X1104"};
inline constexpr Code unknownDeploy{"N3X1105"};
inline constexpr Code noProfile{"N3X1106", Severity::Warning};

inline constexpr Code addressRefused{"N3X2001"};
inline constexpr Code subnetRefused{"N3X2002"};
inline constexpr Code macRefused{"N3X2003"};
inline constexpr Code addressOutsideSubnet{"N3X2004"};
inline constexpr Code addressOfNetwork{"N3X2005"};
inline constexpr Code addressTwice{"N3X2006"};
inline constexpr Code addressOfGateway{"N3X2007"};
inline constexpr Code addressInDhcpRange{"N3X2008"};
inline constexpr Code subnetsOverlap{"N3X2009"};
inline constexpr Code subnetOverlapsCluster{"N3X2010"};
inline constexpr Code clusterOverlapsService{"N3X2011"};
inline constexpr Code familyMissing{"N3X2012"};
inline constexpr Code familyTwice{"N3X2013"};
inline constexpr Code noSubnet{"N3X2014"};
inline constexpr Code gatewayOutside{"N3X2015"};
inline constexpr Code gatewayTwice{"N3X2016"};
inline constexpr Code routeUnreachable{"N3X2017"};
inline constexpr Code dhcpIncomplete{"N3X2018"};
inline constexpr Code nobodyServesDhcp{"N3X2019", Severity::Warning};
inline constexpr Code dhcpRangeUnfit{"N3X2020"};
inline constexpr Code dhcpServerUnfit{"N3X2021"};
inline constexpr Code macTwice{"N3X2023"};
inline constexpr Code routeFamilies{"N3X2024"};
inline constexpr Code addressMissing{"N3X2025"};
inline constexpr Code reservationWithoutMac{"N3X2026", Severity::Warning};
inline constexpr Code addressOfDhcpServer{"N3X2027"};
inline constexpr Code dhcpWithoutUse{"N3X2028", Severity::Warning};
inline constexpr Code subnetUnusable{"N3X2029"};
inline constexpr Code routeTwice{"N3X2030"};
inline constexpr Code nameServerUnreached{"N3X2031", Severity::Warning};
inline constexpr Code routeHome{"N3X2033"};
inline constexpr Code gatewayByAdvertisement{"N3X2034", Severity::Info};

inline constexpr Code vlanRefused{"N3X3001"};
inline constexpr Code vlanTwice{"N3X3002"};
inline constexpr Code untaggedTwice{"N3X3003"};
inline constexpr Code mtuAboveUplink{"N3X3004"};
inline constexpr Code mtuRefused{"N3X3005"};
inline constexpr Code vlanNameTooLong{"N3X3006"};
inline constexpr Code nodeDiffers{"N3X3007", Severity::Warning};
inline constexpr Code mtuTooSmallForIpv6{"N3X3008"};
inline constexpr Code overrideUnused{"N3X3009", Severity::Warning};
inline constexpr Code uplinkMtuCut{"N3X3010", Severity::Info};

inline constexpr Code bondOfOne{"N3X4001", Severity::Warning};
inline constexpr Code bondWithoutMembers{"N3X4002"};
inline constexpr Code memberTwice{"N3X4003"};
inline constexpr Code memberOfTwoBonds{"N3X4004"};
inline constexpr Code memberWithAddress{"N3X4005"};
inline constexpr Code primaryNoMember{"N3X4006"};
inline constexpr Code primaryWithoutUse{"N3X4007", Severity::Warning};
inline constexpr Code lacpWithoutUse{"N3X4008", Severity::Warning};
inline constexpr Code hashPolicyWithoutUse{"N3X4009", Severity::Warning};
inline constexpr Code delayNotMultiple{"N3X4010", Severity::Warning};
inline constexpr Code noMonitoring{"N3X4011", Severity::Warning};
inline constexpr Code nicOfTwoUplinks{"N3X4012"};
inline constexpr Code interfaceTwice{"N3X4013"};
inline constexpr Code uplinkWithoutPort{"N3X4014"};
inline constexpr Code nicBesideBond{"N3X4015", Severity::Warning};
inline constexpr Code bondOptionWithoutBond{"N3X4016", Severity::Warning};
inline constexpr Code unitTwice{"N3X4017"};
inline constexpr Code targetPortsWithoutUse{"N3X4018", Severity::Warning};
inline constexpr Code nameOfK3s{"N3X4019"};
inline constexpr Code bondTimeTooLong{"N3X4020"};

inline constexpr Code noK3sNetwork{"N3X5001"};
inline constexpr Code twoK3sNetworks{"N3X5002"};
inline constexpr Code noServer{"N3X5003"};
inline constexpr Code evenServers{"N3X5004", Severity::Warning};
inline constexpr Code noAddressForK3s{"N3X5005"};
inline constexpr Code labelKeyRefused{"N3X5006"};
inline constexpr Code labelValueRefused{"N3X5007"};
inline constexpr Code taintRefused{"N3X5008"};
inline constexpr Code labelReserved{"N3X5009"};
inline constexpr Code taintReserved{"N3X5010", Severity::Warning};
inline constexpr Code serversDiffer{"N3X5011"};
inline constexpr Code mtuTooSmallForFlannel{"N3X5012", Severity::Warning};
inline constexpr Code mtuTooSmallForIpv6Pods{"N3X5013"};
inline constexpr Code versionRefused{"N3X5014"};
inline constexpr Code serverSettingOnAgent{"N3X5015", Severity::Warning};
inline constexpr Code apiAddressOutside{"N3X5016"};
inline constexpr Code apiAddressTaken{"N3X5017"};
inline constexpr Code unknownComponent{"N3X5018", Severity::Warning};
inline constexpr Code noRange{"N3X5019"};
inline constexpr Code apiAddressUnserved{"N3X5020", Severity::Warning};

inline constexpr Code longhornWithoutNetwork{"N3X5021", Severity::Warning};
inline constexpr Code longhornWithoutDisk{"N3X5022", Severity::Warning};
inline constexpr Code policyWithoutKyverno{"N3X5023"};
inline constexpr Code versionsApart{"N3X5024"};
inline constexpr Code apiAddressUnfounded{"N3X5025"};
inline constexpr Code rangeSize{"N3X5026"};
inline constexpr Code rangeOrder{"N3X5027"};
inline constexpr Code podRangesShort{"N3X5028", Severity::Warning};
inline constexpr Code nvidiaWithoutGpu{"N3X5029", Severity::Warning};
inline constexpr Code longhornBesideNetwork{"N3X5030", Severity::Warning};
inline constexpr Code apiAddressFetched{"N3X5031", Severity::Warning};
inline constexpr Code defaultRouteLacking{"N3X5032", Severity::Warning};
inline constexpr Code apiAddressInCloud{"N3X5033"};
inline constexpr Code saidForServers{"N3X5034"};
inline constexpr Code joinsByName{"N3X5035", Severity::Warning};
inline constexpr Code apiAddressUnreached{"N3X5036"};
inline constexpr Code apiAddressOnLease{"N3X5037"};

inline constexpr Code unknownTarget{"N3X6001"};
inline constexpr Code backendLacking{"N3X6002"};
inline constexpr Code nicLacking{"N3X6003"};
inline constexpr Code mixedArchitectures{"N3X6004", Severity::Info};
inline constexpr Code noBackend{"N3X6005"};
inline constexpr Code noNic{"N3X6006"};
inline constexpr Code hidesBuiltIn{"N3X6007", Severity::Info};
inline constexpr Code noMachine{"N3X6008", Severity::Warning};
inline constexpr Code machineLacking{"N3X6009"};
inline constexpr Code deployEmulated{"N3X6010", Severity::Info};
inline constexpr Code deployWithoutKeys{"N3X6011", Severity::Warning};
inline constexpr Code rootLacking{"N3X6012", Severity::Warning};
inline constexpr Code notInRepository{"N3X6013", Severity::Warning};

} // namespace codes
} // namespace n3x
