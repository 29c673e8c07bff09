#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The n3x Studio authors
# SPDX-License-Identifier: Apache-2.0
#
# Uploads the image of a node to EC2 and registers it.
set -euo pipefail
app=register-ami
# The flake puts common.bash in front of this file.
# shellcheck source-path=SCRIPTDIR source=common.bash disable=SC1091
declare -F refuse >/dev/null || . "$(dirname "$0")/common.bash"

usage() {
  cat <<'TEXT'
register-ami NODE --region REGION --bucket BUCKET [--name NAME] [--size GIB] [--dry-run] [--allow-dirty]

Builds the image of a node that is an instance of EC2, uploads it to a bucket of S3, imports it as a snapshot and
registers that as an AMI. Credentials are those of the AWS command line; the role vmimport must exist.
The image holds no key to the node's secrets. Once an instance runs: nix run .#give-key -- NODE --host ADDRESS

  --region REGION  where it is registered, such as eu-central-1
  --bucket BUCKET  for the upload; the file in it is removed at the end
  --name NAME      of the image; made of cluster, node and commit where nothing is said
  --size GIB       of an instance's disk, which its system grows to (50); the image alone has no room for pods
  --dry-run        touch nothing, say what would be done
  --allow-dirty    go on although changes are not committed
TEXT
}

node='' region='' bucket='' name='' size=50
while [ $# -gt 0 ]; do
  case $1 in
  -h | --help) usage && exit 0 ;;
  --dry-run) dry_run=true ;;
  --allow-dirty) allow_dirty=true ;;
  --region) need_value "$@" && region=$2 && shift ;;
  --bucket) need_value "$@" && bucket=$2 && shift ;;
  --name) need_value "$@" && name=$2 && shift ;;
  --size) need_value "$@" && size=$2 && shift ;;
  -*) unknown_option "$1" ;;
  *)
    [ -z "$node" ] || refuse "register-ami takes one node, and $node and $1 are named."
    node=$1
    ;;
  esac
  shift
done
[ -n "$node" ] || refuse "Which node?" "See: register-ami --help"
[ -n "$region" ] || refuse "In which region?" "Add --region, such as --region eu-central-1."
[ -n "$bucket" ] || refuse "Through which bucket?" "Add --bucket with a bucket of S3 that you can write."

[[ $size =~ ^[1-9][0-9]*$ ]] || refuse "$size is no number of GiB."

need_repository
need_node "$node"
need_clean_tree
[[ " $(fact "$node" images | tr '\n' ' ') " == *" amazon "* ]] ||
  refuse "$node is a $(fact "$node" target), which has no image for EC2." \
    "Give it a target that is an instance of EC2, such as ec2-graviton."

# The images start by UEFI alone, on both.
case $(fact "$node" system) in
aarch64-*) architecture=arm64 ;;
*) architecture=x86_64 ;;
esac
commit=$(git rev-parse --short HEAD 2>/dev/null || echo none)
name=${name:-$(nodes .cluster)-$node-$commit}
object=$name.vhd
tag="{Key=Name,Value=$name}"

# EC2 says it only at the registration, an hour later.
name_is_free() {
  local taken
  taken=$(aws ec2 describe-images --region "$region" --owners self --filters "Name=name,Values=$name" \
    --query 'Images[].ImageId' --output text)
  [ -z "$taken" ] || fail "$region has an image $name already: $taken." "Say another name by --name, or deregister that image."
}

image=IMAGE
find_image() {
  image=$(find -L result-ami -name '*.vhd' | head -n 1)
  [ -n "$image" ] || fail "The build gave no image." "See what stands in result-ami."
}

snapshot=SNAPSHOT
import() {
  local task status
  task=$(aws ec2 import-snapshot --region "$region" --query ImportTaskId --output text \
    --disk-container "Format=vhd,UserBucket={S3Bucket=$bucket,S3Key=$object}")
  while :; do
    status=$(aws ec2 describe-import-snapshot-tasks --region "$region" --import-task-ids "$task" \
      --query 'ImportSnapshotTasks[0].SnapshotTaskDetail.Status' --output text)
    case $status in
    completed) break ;;
    active | pending) sleep 10 ;;
    *) fail "The import of the snapshot ended as $status." "See: aws ec2 describe-import-snapshot-tasks" ;;
    esac
  done
  snapshot=$(aws ec2 describe-import-snapshot-tasks --region "$region" --import-task-ids "$task" \
    --query 'ImportSnapshotTasks[0].SnapshotTaskDetail.SnapshotId' --output text)
}

# Also where a step fails: what lies in a bucket costs.
remove_upload() { run aws s3 rm "s3://$bucket/$object" --region "$region"; }

run_step "see whether $region has an image $name already" name_is_free
run nix build --out-link result-ami ".#packages.$(fact "$node" system).image-$(fact "$node" attribute)-amazon"
run_step "find the image in result-ami" find_image
trap remove_upload EXIT
run aws s3 cp "$image" "s3://$bucket/$object" --region "$region"
run_step "import s3://$bucket/$object as a snapshot and wait for it" import
run aws ec2 register-image --region "$region" --name "$name" --architecture "$architecture" --boot-mode uefi \
  --virtualization-type hvm --ena-support --root-device-name /dev/xvda \
  --block-device-mappings "DeviceName=/dev/xvda,Ebs={SnapshotId=$snapshot,VolumeSize=$size,VolumeType=gp3,DeleteOnTermination=true}" \
  --tag-specifications "ResourceType=image,Tags=[$tag]" ||
  fail "The image was not registered; its snapshot $snapshot stays." \
    "When it is of no use: aws ec2 delete-snapshot --region $region --snapshot-id $snapshot"
